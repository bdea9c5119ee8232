package io.mdm.enrollment.benchmark;

import java.io.IOException;

/** One build, started and ready to be measured. */
interface Subject extends AutoCloseable {

    /** Measures once, together with everything that it is compared with. */
    Figures round() throws Exception;

    @Override
    void close() throws IOException;
}
