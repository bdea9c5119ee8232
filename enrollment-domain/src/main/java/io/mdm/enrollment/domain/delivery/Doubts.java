package io.mdm.enrollment.domain.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Doubts of this node about invitations that are still to be sent. The oldest are forgotten, and all with the node. */
final class Doubts {
    private static final int MAX_DOUBTS = 10_000;

    private final Map<Subject, Doubt> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Doubt> eldest) {
            return size() > MAX_DOUBTS;
        }
    };

    private record Subject(String batchId, int mailing, int index) {
        static Subject of(Attempt attempt) {
            return new Subject(attempt.lane().batchId(), attempt.lane().mailing(), attempt.index());
        }
    }

    /**
     * A doubt.
     *
     * @param since its number among the messages and doubts of the relay's health
     * @param times how often it arose, from 1
     */
    record Doubt(long since, int times) {}

    synchronized Optional<Doubt> about(Attempt attempt) {
        return Optional.ofNullable(open.get(Subject.of(attempt)));
    }

    synchronized void keep(Attempt attempt, Doubt doubt) {
        open.put(Subject.of(attempt), doubt);
    }

    synchronized void drop(Attempt attempt) {
        open.remove(Subject.of(attempt));
    }
}
