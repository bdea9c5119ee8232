package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.report.BatchQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bulks of an organization, as a list shows them. */
public interface BatchRows {

    /** Page asked for; requests for one token are on none. */
    Found find(BatchQuery query, Instant now);

    /** Counts of the organization's batches among these, by id; a batch without tokens is absent. */
    Map<String, BatchCounts> counts(String organizationId, List<String> batchIds, Instant now);

    /**
     * One page and the total.
     *
     * @param page ids of the page's batches, in order
     * @param total batches on all pages together
     */
    record Found(List<String> page, int total) {}
}
