package io.mdm.enrollment.api.http;

import org.jspecify.annotations.Nullable;

/** Position of a page in a list, in the vendor's paging shape. */
public record Paging(
        int totalDocs,
        int limit,
        int page,
        int totalPages,
        boolean hasPrevPage,
        boolean hasNextPage,
        @Nullable Integer prevPage,
        @Nullable Integer nextPage) {

    /**
     * @param total items on all pages together
     * @param page from 1, and any number beyond the last page
     * @param limit items per page; 0 for no items, which are one page
     */
    public static Paging of(int total, int page, int limit) {
        int pages = limit == 0 ? 1 : Math.max(1, (total + limit - 1) / limit);
        boolean previous = page > 1;
        boolean next = page < pages;
        return new Paging(
                total, limit, page, pages, previous, next, previous ? page - 1 : null, next ? page + 1 : null);
    }
}
