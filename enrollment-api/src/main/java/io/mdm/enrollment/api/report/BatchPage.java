package io.mdm.enrollment.api.report;

import java.util.List;

/**
 * One page of a list of bulks.
 *
 * @param batches in order
 * @param total batches on all pages together
 */
public record BatchPage(List<BatchSummary> batches, int total) {

    public BatchPage {
        batches = List.copyOf(batches);
    }
}
