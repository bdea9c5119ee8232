package io.mdm.enrollment.domain.batch;

import io.mdm.enrollment.api.directory.MdmDirectory;

/** Makes what a server injects. */
public final class KnownSettingsMaker {
    private KnownSettingsMaker() {}

    public static SettingsCheck of(MdmDirectory directory) {
        var known = new SettingsCheck();
        known.directory = directory;
        return known;
    }
}
