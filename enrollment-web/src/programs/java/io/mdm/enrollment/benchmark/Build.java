package io.mdm.enrollment.benchmark;

import java.nio.file.Path;

/**
 * A build of the product.
 *
 * @param directory for the files of its runs
 */
record Build(String name, Path war, Path directory) {}
