package io.mdm.enrollment.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A relay that throws away what it takes, and counts it. */
final class SmtpSink implements AutoCloseable, LongSupplier {
    private static final Pattern COUNT = Pattern.compile("mesg=(\\d+)\r");
    /** More than the last two texts that the relay writes. */
    private static final int TAIL = 128;

    private final Process process;
    private final Path counts;

    private SmtpSink(Process process, Path counts) {
        this.process = process;
        this.counts = counts;
    }

    /** @param prefix of its command, such as {@code taskset} */
    static SmtpSink start(SmtpTools tools, int port, List<String> prefix) throws IOException {
        var counts = Files.createTempFile(Options.target(), "sink", ".txt");
        var sink = new SmtpSink(tools.sink(port, prefix, counts), counts);
        Awaitility.await("smtp-sink").ignoreExceptions().until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
        return sink;
    }

    /** How many mails it took so far. */
    @Override
    public long getAsLong() {
        try (var file = new RandomAccessFile(counts.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            var tail = new byte[TAIL];
            int length = Math.max(0, file.read(tail));
            return COUNT.matcher(new String(tail, 0, length, US_ASCII))
                    .results()
                    .mapToLong(count -> Long.parseLong(count.group(1)))
                    .reduce(0, (first, last) -> last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        Files.delete(counts);
    }
}
