package io.mdm.enrollment.web.mail;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many mails one thread writes in a second of processor time: by the classes of this build and, if they are given
 * with {@code -Dbefore=}, by those of another one, in turns. See docs/performance.md.
 */
public final class MailBenchmark {
    private static final int ROUNDS = 18;
    private static final long ROUND_NANOS = 1_000_000_000L;
    /** As many as a lane sends in one run. */
    private static final int SLICE = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private MailBenchmark() {}

    /** Prints one line for each way of writing: the median of its rounds, the first third of which is left out. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var ways = new LinkedHashMap<String, Way>();
        var before = System.getProperty("before", "");
        if (!before.isEmpty()) {
            addWays(ways, "before", MailForm.of(loader(before)));
        }
        var now = MailForm.of(MailBenchmark.class.getClassLoader());
        addWays(ways, "now", now);
        ways.put("now, with names and variables", new Way(now, SLICE, true));
        System.out.print(table(measure(ways)));
    }

    private static void addWays(Map<String, Way> ways, String name, MailForm form) {
        ways.put(name + ", each mail a batch of its own", new Way(form, 1, false));
        ways.put(name, new Way(form, SLICE, false));
    }

    private static Map<String, double[]> measure(Map<String, Way> ways) throws ReflectiveOperationException {
        var rates = new LinkedHashMap<String, double[]>();
        ways.keySet().forEach(name -> rates.put(name, new double[ROUNDS]));
        for (int round = 0; round < ROUNDS; round++) {
            for (var way : ways.entrySet()) {
                requireNonNull(rates.get(way.getKey()))[round] = way.getValue().rate();
            }
        }
        return rates;
    }

    /**
     * @param slice how many mails in turn share their words
     * @param personal whether names stand in the words
     */
    private record Way(MailForm form, int slice, boolean personal) {

        double rate() throws ReflectiveOperationException {
            long mails = 0;
            long used = 0;
            while (used < ROUND_NANOS) {
                var batch = form.batch("Batch " + mails, slice, personal);
                long start = THREADS.getCurrentThreadCpuTime();
                for (var invitation : batch) {
                    form.write(invitation);
                }
                used += THREADS.getCurrentThreadCpuTime() - start;
                mails += slice;
            }
            return mails * 1e9 / used;
        }
    }

    private static String table(Map<String, double[]> rates) {
        var lines = new ArrayList<String>();
        rates.forEach((name, rounds) -> {
            var settled = Arrays.copyOfRange(rounds, ROUNDS / 3, ROUNDS);
            Arrays.sort(settled);
            lines.add("%s: %.0f mails/s (%.0f to %.0f)%n"
                    .formatted(name, settled[settled.length / 2], settled[0], settled[settled.length - 1]));
        });
        return String.join("", lines);
    }

    /** Sees the other classes and the libraries, but none of this build's. */
    private static ClassLoader loader(String classes) {
        var own =
                String.valueOf(Path.of("../target").toAbsolutePath().normalize().getParent());
        var urls = Stream.concat(
                        Stream.of(classes.split(File.pathSeparator)),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> !entry.startsWith(own)))
                .map(MailBenchmark::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
