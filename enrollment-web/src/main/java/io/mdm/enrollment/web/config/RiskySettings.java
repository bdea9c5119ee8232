package io.mdm.enrollment.web.config;

import io.mdm.enrollment.web.config.MailConfiguration.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings that work but send secrets in clear, which may be right on a private network. */
final class RiskySettings {
    private static final Set<Tls> POSSIBLY_CLEAR = Set.of(Tls.NONE, Tls.OPTIONAL);

    private RiskySettings() {}

    /** One warning per setting, without its value. */
    static List<String> warnings(Configuration configuration) {
        var warnings = new ArrayList<String>();
        var linkBase = configuration.module().linkBase();
        if (linkBase.getScheme().equalsIgnoreCase("http") && !WebAddress.isLoopback(linkBase)) {
            warnings.add("mdm.enrollment.link.base-url: personal links begin with http: and can be read on their way;"
                    + " use https:");
        }
        var mail = configuration.mail();
        if (mail.password().isPresent() && POSSIBLY_CLEAR.contains(mail.tls())) {
            warnings.add("mdm.enrollment.mail.tls: the password for the relay may be sent without encryption;"
                    + " use starttls or implicit");
        }
        return warnings;
    }
}
