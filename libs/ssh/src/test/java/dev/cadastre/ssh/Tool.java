package dev.cadastre.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of the distribution that the tests compare with; a missing one fails the test. */
final class Tool {
    static final Path SSHD = Path.of("/usr/sbin/sshd");
    static final Path SSH_KEYGEN = Path.of("/usr/bin/ssh-keygen");
    static final Path SSH_AGENT = Path.of("/usr/bin/ssh-agent");
    static final Path SSH_ADD = Path.of("/usr/bin/ssh-add");

    private Tool() {}

    /** The program's path, if it is installed. */
    static String required(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    program + " is missing: apt-get install openssh-server openssh-client");
        }
        return program.toString();
    }

    /** What the program prints; it must exit with 0. */
    static String run(Path program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(required(program)));
        line.addAll(List.of(arguments));
        return run(new ProcessBuilder(line));
    }

    /** What the program prints, errors too; it must exit with 0. */
    static String run(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IllegalStateException(
                    builder.command() + " exited " + status + ": " + printed);
        }
        return printed;
    }

    /** Makes a key pair in the folder; the file is named after the type. */
    static Path newKey(Path folder, String type, String... options) throws IOException {
        Path file = folder.resolve("id_" + type + "_" + System.nanoTime());
        List<String> arguments = new ArrayList<>(List.of("-q", "-t", type, "-f", file.toString()));
        arguments.addAll(List.of(options));
        if (!arguments.contains("-N")) {
            arguments.addAll(List.of("-N", ""));
        }
        run(SSH_KEYGEN, arguments.toArray(String[]::new));
        return file;
    }

    /** The public key beside a private key file. */
    static String publicKey(Path file) throws IOException {
        return Files.readString(Path.of(file + ".pub")).strip();
    }
}
