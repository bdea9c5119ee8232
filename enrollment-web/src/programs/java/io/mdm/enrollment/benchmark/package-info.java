/** The speed of the product, as ratios to what the machine can do: {@code mvn -Pbenchmark verify}. */
@NullMarked
package io.mdm.enrollment.benchmark;

import org.jspecify.annotations.NullMarked;
