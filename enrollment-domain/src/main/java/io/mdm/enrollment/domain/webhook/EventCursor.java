package io.mdm.enrollment.domain.webhook;

/**
 * Place between two events.
 *
 * @param position of a row of events, before which everything lies on this side
 * @param tokens so many of that row's tokens lie on this side as well
 */
public record EventCursor(long position, int tokens) {

    /** In front of a row. */
    public static EventCursor before(long position) {
        return new EventCursor(position, 0);
    }
}
