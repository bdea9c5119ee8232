package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.persistence.delivery.SchedulerFactory.Intervals;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import io.mdm.enrollment.persistence.store.Stores;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TextTaskDataTest {
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final byte[] GADGET = Serializer.DEFAULT_JAVA_SERIALIZER.serialize(new Gadget());

    private final Stores stores = Stores.shared();

    /** Object that runs code as soon as it is deserialized. */
    private static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) {
            RUNS.incrementAndGet();
        }
    }

    @Test
    void a_deserialized_gadget_would_run() {
        int before = RUNS.get();

        Serializer.DEFAULT_JAVA_SERIALIZER.deserialize(Gadget.class, GADGET);

        assertThat(RUNS.get()).isEqualTo(before + 1);
    }

    @Test
    void objects_in_a_row_are_not_read() {
        var task = "planted-" + Examples.id();
        stores.transactionally(() -> stores.database()
                .update(
                        "insert into enrollment.scheduled_tasks"
                                + " (task_name, task_instance, task_data, execution_time, picked, version)"
                                + " values (?, 'x', ?, now() + interval '1 day', false, 1)",
                        task,
                        GADGET));
        int before = RUNS.get();

        assertThat(scheduler(Tasks.oneTime(task, Gadget.class).execute((instance, context) -> {}))
                        .getScheduledExecutionsForTask(task))
                .extracting(ScheduledExecution::getData)
                .containsOnlyNulls();

        assertThat(RUNS.get()).isEqualTo(before);
    }

    @Test
    void text_is_written_and_read_and_nothing_else() {
        var data = new TextTaskData();

        assertThat(data.deserialize(String.class, Objects.requireNonNull(data.serialize("00-ab-cd-01"))))
                .isEqualTo("00-ab-cd-01");
        assertThat(data.serialize(null)).isNull();
        assertThat(data.deserialize(String.class, null)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> data.serialize(new Gadget()));
    }

    private Scheduler scheduler(Task<?> task) {
        var clock = new DatabaseClock(stores.database());
        var watchdog = new SchedulerRecorder(stores.database());
        return new SchedulerFactory(stores.database(), clock, watchdog, watchdog, 1, Intervals.DEFAULT)
                .builder(task, Executors.newCachedThreadPool(), Executors.defaultThreadFactory())
                .build();
    }
}
