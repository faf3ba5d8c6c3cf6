package dev.cadastre.cli.parcel;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.registry.FolderParcels;
import dev.cadastre.parcel.registry.HttpLayout;
import dev.cadastre.parcel.registry.HttpParcels;
import dev.cadastre.parcel.registry.LoginFiles;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelTarget;
import dev.cadastre.parcel.registry.Registry;
import dev.cadastre.parcel.registry.RegistryHost;
import dev.cadastre.parcel.registry.RegistryParcels;
import dev.cadastre.parcel.registry.RegistrySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Repositories as people write them: {@code oci://HOST/PATH} for a registry, {@code
 * https://HOST/PATH} for a layout on a web server, and the path of a folder.
 */
public final class Repositories {

    private static final String REGISTRY = "oci://";

    private final Session session;

    /** With the logins that the person has at registries. */
    public Repositories(Session session) {
        this.session = session;
    }

    /** Where parcels are had from. */
    public ParcelSource source(String text) throws IOException {
        if (text.startsWith(REGISTRY)) {
            return registry(text);
        }
        return text.matches("https?://.*")
                ? new HttpParcels(new HttpLayout(address(text), settings()))
                : new FolderParcels(LayoutFolder.open(Path.of(text)));
    }

    /** Where parcels are put; a folder that is not there is made. */
    public ParcelTarget target(String text) throws IOException {
        if (text.startsWith(REGISTRY)) {
            return registry(text);
        }
        if (text.matches("https?://.*")) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    text + " can only be read: it is files of a web server",
                    "Name a folder, or a registry as oci://HOST/PATH.");
        }
        return new FolderParcels(LayoutFolder.openOrCreate(Path.of(text)));
    }

    private RegistryParcels registry(String text) {
        String place = text.substring(REGISTRY.length()).replaceAll("/+$", "");
        int slash = place.indexOf('/');
        try {
            RegistryHost host = new RegistryHost(slash < 0 ? place : place.substring(0, slash));
            return new RegistryParcels(
                    new Registry(host, settings()), slash < 0 ? "" : place.substring(slash + 1));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    text + " is no repository: " + e.getMessage(),
                    e,
                    "Write oci://registry.example.com/parcels.");
        }
    }

    private static URI address(String text) {
        try {
            return URI.create(text.endsWith("/") ? text : text + "/");
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE, text + " is no address", e, "Write https://HOST/PATH.");
        }
    }

    private RegistrySettings settings() {
        return RegistrySettings.usual(
                LoginFiles.usual(
                        session.surroundings().variables(), session.surroundings().userHome()));
    }
}
