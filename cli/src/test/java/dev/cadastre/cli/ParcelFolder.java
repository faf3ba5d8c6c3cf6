package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A terminal in a folder in which a parcel is made. */
abstract class ParcelFolder {

    static final String PASSWORD = "CADASTRE_SECRET_PARCEL_KEY";

    @TempDir Path folder;
    String shop = "";
    String file = "";
    String repository = "";

    @BeforeEach
    void places() {
        shop = at("shop");
        file = at("shop-0.1.0.parcel");
        repository = at("parcels");
    }

    String at(String name) {
        return folder.resolve(name).toString();
    }

    Terminal terminal() {
        return new Terminal(folder).variable(PASSWORD, "correct horse");
    }

    Terminal.Outcome run(int status, String... words) {
        Terminal.Outcome outcome = terminal().run(words);
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(status);
        return outcome;
    }

    String ok(String... words) {
        return run(0, words).out();
    }

    /** A parcel with one dependency, in the repository. */
    void pushed(String name, String version, String requires) throws IOException {
        Path parcel = folder.resolve(name + "-" + version);
        ok("parcel", "new", parcel.toString(), "--name", name, "--version", version, "--port", "0");
        Path definition = parcel.resolve("parcel.ini");
        Files.writeString(
                definition,
                Files.readString(definition)
                        .replace("\n\n[needs]", "\nrequires = " + requires + "\n\n[needs]"));
        ok("parcel", "push", parcel.toString(), "--to", repository);
    }
}
