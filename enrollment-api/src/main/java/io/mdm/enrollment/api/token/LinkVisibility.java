package io.mdm.enrollment.api.token;

/** Visibility of personal links and codes, which only callers with the create permission may see. */
public enum LinkVisibility {
    SHOWN,
    WITHHELD
}
