package io.mdm.enrollment.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Postfix's {@code smtp-source} and {@code smtp-sink}, which send and take mails as fast as C programs can.
 *
 * @param root of the unpacked package
 */
record SmtpTools(Path root) {
    /** Nothing is installed; libraries that the machine lacks lie beside the programs. */
    private static final String UNPACK = """
            cd "$0"
            apt-get -qq download postfix $(apt-cache depends postfix | sed -n 's/^ *Depends: \\(lib.*\\)$/\\1/p' | grep -v '^libc6$')
            for package in *.deb; do dpkg -x "$package" .; done
            """;

    /** Runs its arguments for as long as somebody holds its standard input open, also if that one is killed. */
    private static final String KEEPER = "\"$@\" & cat >/dev/null; kill $!";

    /** Those that {@code -Dsmtp.tools=} names, or Debian's, unpacked below the directory of the build. */
    static SmtpTools found() throws IOException {
        var given = System.getProperty("smtp.tools", "");
        var tools = new SmtpTools(given.isEmpty() ? Options.target().resolve("postfix") : Path.of(given));
        if (!Files.exists(tools.program("smtp-source"))) {
            Files.createDirectories(tools.root());
            await(new ProcessBuilder("sh", "-euc", UNPACK, tools.root().toString()).inheritIO());
        }
        return tools;
    }

    /**
     * Takes mails at a port, and tells after each how many they were, in a file, until its standard input is closed.
     */
    Process sink(int port, List<String> prefix, Path counts) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", KEEPER, "keeper"));
        command.addAll(prefix);
        command.addAll(List.of(program("smtp-sink").toString(), "-c"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        return process(command)
                .redirectOutput(counts.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Sends one mail many times over connections that it keeps. */
    void send(int port, int sessions, int mails, Path mail) throws IOException {
        await(process(List.of(
                        program("smtp-source").toString(),
                        "-4d",
                        "-s" + sessions,
                        "-m" + mails,
                        "-F" + mail,
                        "-fenrollment@mdm.example",
                        "-tana@acme.example",
                        "127.0.0.1:" + port))
                .inheritIO());
    }

    private ProcessBuilder process(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        return builder;
    }

    private Path program(String name) {
        return Stream.of("usr/sbin", "sbin", "")
                .map(directory -> root.resolve(directory).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(root.resolve(name));
    }

    private String libraries() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.so[.\\d]*"))
                    .map(Path::getParent)
                    .distinct()
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
    }

    private static void await(ProcessBuilder builder) throws IOException {
        try {
            if (builder.start().waitFor() != 0) {
                throw new IOException(builder.command() + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
