package io.mdm.enrollment.web.page;

import gg.jte.Content;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.text.BrandColor;
import io.mdm.enrollment.web.text.CleanText;
import io.mdm.enrollment.web.text.ContactWay;
import io.mdm.enrollment.web.text.Isolation;
import io.mdm.enrollment.web.text.Wording;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Frame common to all pages: language, wording and inviting organization.
 *
 * @param inviter organization that invited; empty without a proof of invitation
 */
record PageLayout(Language language, Wording words, Optional<Organization> inviter) {
    private static final String WORDS = "io.mdm.enrollment.web.page.page";

    static PageLayout of(Language language, Optional<Organization> inviter) {
        return new PageLayout(language, Wording.of(WORDS, language), inviter);
    }

    /** Without a proof of invitation. */
    static PageLayout of(PageRequest pageRequest) {
        return of(pageRequest.language(Optional.empty()), Optional.empty());
    }

    String say(String key, String... values) {
        return words.say(key, values);
    }

    /** A sentence in which a name stands, {@link Isolation isolated}. */
    Content naming(String key, String name) {
        return Isolation.html(say(key, Isolation.of(name)));
    }

    /** Time zone of the inviter; UTC without one. */
    ZoneId zone() {
        return inviter.map(Organization::timeZone).orElse(ZoneOffset.UTC);
    }

    String inviterName() {
        return inviter.map(Organization::name).map(CleanText::singleLine).orElse("");
    }

    BrandColor color() {
        return BrandColor.of(enterprise().map(WindowsEnterprise::primaryColor).orElse(null));
    }

    /** Contact details of the inviter; empty if none are known. */
    List<ContactWay> contact() {
        var email = given(WindowsEnterprise::contactEmail).map(ContactWay::email);
        var phone = given(WindowsEnterprise::contactPhone).map(ContactWay::phone);
        return Stream.of(email, phone).flatMap(Optional::stream).toList();
    }

    private Optional<String> given(Function<WindowsEnterprise, @Nullable String> way) {
        return enterprise().map(way).map(CleanText::singleLine).filter(text -> !text.isEmpty());
    }

    List<Language> languages() {
        return List.of(Language.values());
    }

    boolean isIn(Language other) {
        return language == other;
    }

    /** Name of a language in that language. */
    static String nameOf(Language language) {
        var locale = language.locale();
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private Optional<WindowsEnterprise> enterprise() {
        return inviter.flatMap(Organization::windowsEnterprise);
    }
}
