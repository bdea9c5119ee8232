package io.mdm.enrollment.api.token;

/** Whether personal links and codes are shown to the one who asks: they are as good as the right to create them. */
public enum LinkVisibility {
    SHOWN,
    WITHHELD
}
