package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Wishes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which parcels are chosen: options of whatever chooses some. */
final class WishOptions {

    @Option(
            names = "--lock",
            paramLabel = "FILE",
            description = "the lock file: read if it is there, and written")
    private @Nullable Path lock;

    @Option(
            names = "--use",
            paramLabel = "BINDING=NAME",
            description = "the parcel that is to meet a requirement")
    private Map<String, String> uses = new LinkedHashMap<>();

    @Option(names = "--pin", paramLabel = "NAME=VERSION", description = "this version and no other")
    private Map<String, String> pins = new LinkedHashMap<>();

    @Option(names = "--with", paramLabel = "BINDING", description = "also what is optional")
    private List<String> optional = List.of();

    Wishes wishes() {
        return new Wishes(lock, uses, pins, optional);
    }
}
