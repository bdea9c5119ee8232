package io.mdm.enrollment.web.telemetry;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;

/** Trace of a request on servers whose span begins before all filters. */
@Dependent
@Priority(0)
public class EarlyRequestTrace extends RequestTrace {}
