package io.mdm.enrollment.api.directory;

import io.mdm.enrollment.api.token.Language;
import org.jspecify.annotations.Nullable;

/** User of the MDM server. */
public record MdmUser(String id, @Nullable Language language) {}
