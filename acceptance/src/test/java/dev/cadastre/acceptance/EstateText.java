package dev.cadastre.acceptance;

import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An estate file in the making. Not thread-safe. */
final class EstateText {

    private final StringBuilder text = new StringBuilder();

    /** An estate whose hosts let {@code ops} in by that key. */
    EstateText(Path identity) {
        this("ops", identity);
    }

    /** An estate whose hosts let that account in by that key. */
    EstateText(String account, Path identity) {
        text.append("[DEFAULT]\nssh.user = %s\nssh.identity = %s\n".formatted(account, identity));
    }

    EstateText environment(String name) {
        text.append("\n[environment ").append(name).append("]\n");
        return this;
    }

    EstateText host(LabHost host, String environment) {
        return host(host.name(), host.address(), environment);
    }

    EstateText host(String name, String address, String environment) {
        text.append(
                "\n[host %s]\naddress = %s\nenvironment = %s\n"
                        .formatted(name, address, environment));
        return this;
    }

    /** Any further lines, as they are. */
    EstateText lines(String lines) {
        text.append(lines);
        return this;
    }

    Path write(Path file) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
