package dev.cadastre.parcel.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Programs of others that do the same. */
final class Peer {

    private Peer() {}

    /** What a program answers to an input. */
    static byte[] run(byte[] input, String... command) {
        try {
            Path in = Files.createTempFile("peer", ".in");
            Files.write(in, input);
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(in.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            byte[] output = process.getInputStream().readAllBytes();
            int exit = process.waitFor();
            Files.delete(in);
            if (exit != 0) {
                throw new AssertionError("%s ended with %d".formatted(command[0], exit));
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError(
                    "these tests need the packages openssl, python3 and python3-nacl", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String openssl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new String(run(new byte[0], command), StandardCharsets.UTF_8);
    }

    /** Seals or opens a private key by Python and libsodium. */
    static byte[] secretbox(String verb, byte[] input, String password) {
        try (InputStream script = Peer.class.getResourceAsStream("/trust/secretbox.py")) {
            Path file = Files.createTempFile("secretbox", ".py");
            Files.write(file, Objects.requireNonNull(script).readAllBytes());
            byte[] output = run(input, "/usr/bin/python3", file.toString(), verb, password);
            Files.delete(file);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
