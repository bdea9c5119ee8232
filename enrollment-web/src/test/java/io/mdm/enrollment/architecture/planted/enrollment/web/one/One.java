package io.mdm.enrollment.architecture.planted.enrollment.web.one;

import io.mdm.enrollment.architecture.planted.enrollment.web.other.Other;

public interface One {
    Other other();
}
