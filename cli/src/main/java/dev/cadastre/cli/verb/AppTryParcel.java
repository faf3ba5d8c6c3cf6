package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Wishes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a parcel that is tried is had from, for which no server is asked. */
final class AppTryParcel {

    @Option(
            names = "--from",
            paramLabel = "REPO",
            description =
                    "where it and what it requires are had from: a folder, https://HOST/PATH, or"
                            + " oci://HOST/PATH; the folders beside its own, if it is not said")
    private @Nullable String repository;

    @Option(
            names = "--base",
            paramLabel = "REPO",
            description =
                    "where what a folder's parcel builds on is looked for; may be given again")
    private List<String> bases = new ArrayList<>();

    @Mixin private final WishOptions options = new WishOptions();

    @Nullable String repository() {
        return repository;
    }

    List<String> bases() {
        return bases;
    }

    Wishes wishes() {
        return options.wishes();
    }
}
