package io.mdm.enrollment.api;

import org.jspecify.annotations.Nullable;

/** A person the MDM server knows. */
public record MdmUser(String id, @Nullable Language language) {}
