package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.registry.FolderParcels;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations manuals in the parcels of the server of this machine, which need not run: a layout,
 * beside it {@code apps.json}, which says what each app is of.
 */
final class KeptManuals {

    private static final String APPS = "apps.json";
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_BYTES_OF_PAGE = 1 << 20;

    private final Path folder;

    /** In the server's home, which need not be there. */
    KeptManuals(Path home) {
        this.folder = home.resolve("parcels");
    }

    /**
     * A deployed parcel.
     *
     * @param at when the server said so
     */
    record Deployed(String app, ParcelVersion parcel, String digest, Instant at) {}

    /** What is deployed; empty if nobody can tell. */
    List<Deployed> all() {
        Path file = folder.resolve(APPS);
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Instant at = Files.getLastModifiedTime(file).toInstant();
            byte[] content = in.readNBytes(MOST_BYTES);
            return deployed(JsonReader.read(new String(content, StandardCharsets.UTF_8)), at);
        } catch (IOException | JsonReader.NotJson _) {
            return List.of();
        }
    }

    private static List<Deployed> deployed(Json index, Instant at) {
        List<Deployed> all = new ArrayList<>();
        if (index instanceof Json.Members(Map<String, Json> apps)) {
            apps.forEach((app, what) -> deployed(app, what, at).ifPresent(all::add));
        }
        return all;
    }

    private static Optional<Deployed> deployed(String app, Json what, Instant at) {
        try {
            return Optional.of(
                    new Deployed(
                            app,
                            new ParcelVersion(
                                    what.text("parcel").orElse(""),
                                    what.text("version").orElse("")),
                            what.text("digest").orElse(""),
                            at));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A page of a deployed parcel; empty if it has none of that name, or is not there. */
    Optional<String> page(Deployed deployed, String page) throws IOException {
        FolderParcels parcels = new FolderParcels(LayoutFolder.open(folder));
        Optional<Descriptor> manifest =
                parcels.catalogue()
                        .find(deployed.parcel().toString())
                        .filter(one -> one.digest().equals(deployed.digest()));
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        Optional<ParcelArtefact> artefact =
                ParcelArtefact.open(parcels.blobs(deployed.parcel()), manifest.get()).artefact();
        return artefact.isEmpty()
                ? Optional.empty()
                : artefact.get()
                        .read("docs/" + page, MOST_BYTES_OF_PAGE)
                        .map(text -> new String(text, StandardCharsets.UTF_8));
    }
}
