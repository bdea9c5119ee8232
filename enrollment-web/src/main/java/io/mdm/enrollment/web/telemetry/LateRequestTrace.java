package io.mdm.enrollment.web.telemetry;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Priorities;

/** Trace of a request on servers whose span begins in a filter of theirs, behind those of the module. */
@Dependent
@Priority(Priorities.USER + 1)
public class LateRequestTrace extends RequestTrace {}
