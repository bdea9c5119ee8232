package io.mdm.enrollment.architecture.planted.enrollment.web.other;

import io.mdm.enrollment.architecture.planted.enrollment.web.one.One;

public interface Other {
    One one();
}
