package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.body.Field.optional;
import static io.mdm.enrollment.web.body.Field.required;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.web.body.CsvColumn;
import io.mdm.enrollment.web.body.CsvColumn.Form;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.SettingsFields;
import io.mdm.enrollment.web.body.TextRules;
import io.mdm.enrollment.web.body.ValueReader;
import io.mdm.enrollment.web.body.ValueRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Recipients as given, with or without particulars: whether they are addresses is decided elsewhere, for each of them.
 * Those beyond the limit are checked and counted, not kept.
 */
final class Recipients {
    private static final Field<String> EMAIL = required("email", ValueReader::string);
    private static final Field<String> NAME = optional("name", TextRules::singleLine);
    private static final Field<Language> LANGUAGE = optional("language", ValueReader::language);

    private static final ValueRule<FieldValues> PERSON =
            SettingsFields.OF_ONE_TOKEN.and(EMAIL, NAME, LANGUAGE).values();

    /** Columns of a file with the same fields. */
    static final List<CsvColumn> COLUMNS = List.of(
            new CsvColumn(EMAIL.name(), Form.TEXT),
            new CsvColumn(NAME.name(), Form.TEXT),
            new CsvColumn(LANGUAGE.name(), Form.WORD),
            new CsvColumn("displayName", Form.TEXT),
            new CsvColumn("tags", Form.LIST),
            new CsvColumn("winPolicyId", Form.WORD),
            new CsvColumn("winPolicyAssignments", Form.ASSIGNMENTS),
            new CsvColumn("segmentId", Form.WORD));

    private final int limit;
    private final List<String> addresses = new ArrayList<>();
    private final List<Particulars> particulars = new ArrayList<>();
    /** Each only once, because files repeat them in every row. */
    private final Map<TokenChanges, Optional<TokenChanges>> changes = new HashMap<>();

    private int count;

    private Recipients(int limit) {
        this.limit = limit;
    }

    /** An array of addresses. */
    static Recipients addresses(ValueReader value) {
        var recipients = new Recipients(value.limits().recipients());
        recipients.count = value.array(() -> recipients.keep(value.string()));
        return recipients;
    }

    /** An array of objects, each with an address. */
    static Recipients people(ValueReader value) {
        var recipients = new Recipients(value.limits().recipients());
        recipients.count = value.array(() -> recipients.keep(Objects.requireNonNull(PERSON.read(value))));
        return recipients;
    }

    private void keep(FieldValues person) {
        if (addresses.size() < limit) {
            var own = new Particulars(
                    person.find(NAME).filter(name -> !name.isBlank()).orElse(null),
                    person.find(LANGUAGE).orElse(null),
                    changesOf(person));
            particulars.add(own.equals(Particulars.NONE) ? Particulars.NONE : own);
        }
        keep(person.find(EMAIL).orElse(""));
    }

    private Optional<TokenChanges> changesOf(FieldValues person) {
        var given = SettingsFields.changes(person);
        return given.given().isEmpty() ? Optional.empty() : changes.computeIfAbsent(given, Optional::of);
    }

    private void keep(String address) {
        if (addresses.size() < limit) {
            addresses.add(address);
        }
    }

    /** @throws RequestException of {@link HttpProblem#TOO_MANY_RECIPIENTS} */
    List<String> addresses() {
        if (count > limit) {
            throw new RequestException(HttpProblem.TOO_MANY_RECIPIENTS);
        }
        return addresses;
    }

    /** One for each address, or none. */
    List<Particulars> particulars() {
        return particulars;
    }
}
