package io.mdm.enrollment.web.config;

import java.util.Collection;

/** Invalid configuration. The message lists every bad key and what is expected, never a value. */
public class BadConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadConfiguration(Collection<String> problems) {
        super("The configuration cannot be used:\n  " + String.join("\n  ", problems));
    }
}
