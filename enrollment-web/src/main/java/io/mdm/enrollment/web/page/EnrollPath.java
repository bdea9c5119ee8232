package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.http.Paths;
import java.util.Optional;
import java.util.regex.Pattern;

/** Path of the enrollment page as people type it: in another case, or only the host. */
public final class EnrollPath {
    private static final Pattern ANY_CASE =
            Pattern.compile("/" + Paths.ENROLL + "(?<below>/[\\w.~-]*)?", Pattern.CASE_INSENSITIVE);

    private EnrollPath() {}

    /**
     * The page that was meant, as a URL relative to the path, because a reverse proxy may publish the module under
     * another one.
     *
     * @param path below the context root, encoded
     * @return empty for the path of something else
     */
    public static Optional<String> meantBy(String path) {
        if (path.equals("/")) {
            return Optional.of(Paths.ENROLL);
        }
        var typed = ANY_CASE.matcher(path);
        if (!typed.matches() || path.startsWith("/" + Paths.ENROLL)) {
            return Optional.empty();
        }
        var below = Optional.ofNullable(typed.group("below")).orElse("");
        int depth = (int) below.chars().filter(character -> character == '/').count();
        return Optional.of("../".repeat(depth) + Paths.ENROLL + below);
    }
}
