package dev.cadastre.cli.bundle;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.json.Json;
import java.util.List;

/** The bundles on one host. Whatever goes wrong is a {@code Failure}. */
public interface Bundles extends AutoCloseable {

    /** Those that are there, as the server's API lists them. */
    Json list();

    /** The files of one. */
    ChangeFolder pull(String name);

    /** Puts files into one, as far as they differ; returns the paths of these. */
    List<String> push(String name, ChangeFolder files);

    @Override
    default void close() {}
}
