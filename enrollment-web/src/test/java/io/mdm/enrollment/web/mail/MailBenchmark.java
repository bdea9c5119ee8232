package io.mdm.enrollment.web.mail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How many mails one thread writes in a second: by the classes of this build and, if they are given with
 * {@code -Dbefore=}, by those of another one, in turns. See docs/performance.md.
 */
public final class MailBenchmark {
    private static final int ROUNDS = 12;
    private static final long ROUND_NANOS = 1_000_000_000L;
    /** As many as a lane sends in one run. */
    private static final int BATCH = 200;

    private MailBenchmark() {}

    /** Prints one line for each form: the median of its rounds, the first third of which is left out. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var forms = new LinkedHashMap<String, MailForm>();
        var before = System.getProperty("before", "");
        if (!before.isEmpty()) {
            forms.put("before", MailForm.of(loader(before)));
        }
        forms.put("now", MailForm.of(MailBenchmark.class.getClassLoader()));
        System.out.print(table(measure(forms)));
    }

    private static Map<String, double[]> measure(Map<String, MailForm> forms) throws ReflectiveOperationException {
        var rates = new LinkedHashMap<String, double[]>();
        forms.keySet().forEach(name -> rates.put(name, new double[ROUNDS]));
        for (int round = 0; round < ROUNDS; round++) {
            for (var form : forms.entrySet()) {
                Objects.requireNonNull(rates.get(form.getKey()))[round] = rate(form.getValue());
            }
        }
        return rates;
    }

    /** Mails per second; every batch has words of its own, as every bulk has. */
    private static double rate(MailForm form) throws ReflectiveOperationException {
        long start = System.nanoTime();
        long mails = 0;
        while (System.nanoTime() - start < ROUND_NANOS) {
            var batch = form.batch("Batch " + mails, BATCH);
            for (var invitation : batch) {
                form.write(invitation);
            }
            mails += batch.size();
        }
        return mails * 1e9 / (System.nanoTime() - start);
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
