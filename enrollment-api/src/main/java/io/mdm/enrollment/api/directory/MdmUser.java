package io.mdm.enrollment.api.directory;

import io.mdm.enrollment.api.token.Language;
import org.jspecify.annotations.Nullable;

/** A person the MDM server knows. */
public record MdmUser(String id, @Nullable Language language) {}
