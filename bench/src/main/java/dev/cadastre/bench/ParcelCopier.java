package dev.cadastre.bench;

import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.registry.CopyListener;
import dev.cadastre.parcel.registry.CopyReport;
import dev.cadastre.parcel.registry.Copying;
import dev.cadastre.parcel.registry.Credentials;
import dev.cadastre.parcel.registry.FolderParcels;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelTarget;
import dev.cadastre.parcel.registry.Registry;
import dev.cadastre.parcel.registry.RegistryHost;
import dev.cadastre.parcel.registry.RegistryParcels;
import dev.cadastre.parcel.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Path;

/** Takes a large parcel from an OCI layout to a registry, and back into another layout. */
interface ParcelCopier {

    void push(Path layout, RegistryHost host) throws IOException, InterruptedException;

    void pull(RegistryHost host, Path layout) throws IOException, InterruptedException;

    /** The library, in this process. */
    final class OfLibrary implements ParcelCopier {

        /** As many as the command line copies. */
        private static final int AT_ONCE = 4;

        @Override
        public void push(Path layout, RegistryHost host) throws IOException {
            copy(new FolderParcels(LayoutFolder.open(layout)), parcels(host));
        }

        @Override
        public void pull(RegistryHost host, Path layout) throws IOException {
            copy(parcels(host), new FolderParcels(LayoutFolder.openOrCreate(layout)));
        }

        private static RegistryParcels parcels(RegistryHost host) {
            return new RegistryParcels(
                    new Registry(host, RegistrySettings.usual(Credentials.NONE)), "parcels");
        }

        private static void copy(ParcelSource from, ParcelTarget to) throws IOException {
            CopyReport report = Copying.all(from, to, CopyListener.SILENT, AT_ONCE);
            if (report.copied().size() != 1) {
                throw new IOException("it was not copied: " + report);
            }
        }
    }

    /**
     * The command line, from its start to its end.
     *
     * @param program {@code ./cadastre}
     */
    record OfCommand(Path program) implements ParcelCopier {

        @Override
        public void push(Path layout, RegistryHost host) throws IOException, InterruptedException {
            run("push", layout.toString(), registry(host));
        }

        @Override
        public void pull(RegistryHost host, Path layout) throws IOException, InterruptedException {
            run("pull", registry(host), layout.toString());
        }

        private void run(String verb, String from, String to)
                throws IOException, InterruptedException {
            Shell.quietly(
                    program.toString(),
                    "parcel",
                    verb,
                    LargeParcel.VERSION.toString(),
                    "--from",
                    from,
                    "--to",
                    to);
        }

        private static String registry(RegistryHost host) {
            return "oci://%s/parcels".formatted(host);
        }
    }

    /** Skopeo, from its start to its end; it is to change nothing, such as to compress layers. */
    final class OfSkopeo implements ParcelCopier {

        static final String PROGRAM = "skopeo";

        @Override
        public void push(Path layout, RegistryHost host) throws IOException, InterruptedException {
            copy("--dest-tls-verify=false", image(layout), image(host));
        }

        @Override
        public void pull(RegistryHost host, Path layout) throws IOException, InterruptedException {
            copy("--src-tls-verify=false", image(host), image(layout));
        }

        private static void copy(String plainly, String from, String to)
                throws IOException, InterruptedException {
            Shell.quietly(
                    PROGRAM,
                    "--insecure-policy",
                    "copy",
                    "--quiet",
                    "--preserve-digests",
                    plainly,
                    from,
                    to);
        }

        private static String image(RegistryHost host) {
            return "docker://%s/parcels/%s".formatted(host, LargeParcel.VERSION);
        }

        private static String image(Path layout) {
            return "oci:%s:%s".formatted(layout, LargeParcel.VERSION);
        }
    }
}
