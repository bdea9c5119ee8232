package io.mdm.enrollment.api;

import io.mdm.enrollment.api.report.BatchPage;
import io.mdm.enrollment.api.report.BatchQuery;

/** Bulks of an organization as a list; requests for one token are none. */
public interface BatchCatalog {

    BatchPage batches(BatchQuery query);
}
