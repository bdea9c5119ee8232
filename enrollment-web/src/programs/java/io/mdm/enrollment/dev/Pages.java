package io.mdm.enrollment.dev;

import java.util.Optional;

/** Some of what the start page's server shows. */
interface Pages {

    /** @param path as requested, undecoded */
    Optional<Page> at(String path);
}
