package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.artefact.ArtefactRefused;
import dev.cadastre.parcel.artefact.ParcelArchive;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.ParcelRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that was sent, as long as it is open. What is in it is hostile until it was read. */
final class Upload implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final Path file;

    private Upload(Path file) {
        this.file = file;
    }

    /**
     * Writes all that is sent to a file of its own.
     *
     * @param most how many bytes it may have
     * @throws ParcelRefused if there are more
     * @throws IOException if it cannot be read to its end; nothing is left then
     */
    static Upload receive(InputStream content, Path folder, long most) throws IOException {
        Upload upload = new Upload(Files.createTempFile(folder, "sent-", ".parcel"));
        try {
            upload.write(content, most);
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private void write(InputStream content, long most) throws IOException {
        byte[] some = new byte[BUFFER];
        long left = most;
        try (OutputStream target = Files.newOutputStream(file)) {
            for (int read = content.read(some); read >= 0; read = content.read(some)) {
                left -= read;
                if (left < 0) {
                    throw tooLarge(most);
                }
                target.write(some, 0, read);
            }
        }
    }

    private static ParcelRefused tooLarge(long most) {
        return new ParcelProblem(
                        "parcel.too-large",
                        "archive",
                        "The file has more than %d bytes.".formatted(most),
                        "Make the parcel smaller.")
                .as(Reason.UNUSABLE);
    }

    /**
     * Reads the one parcel in it.
     *
     * @param use is done with it while the file is open
     * @throws ParcelRefused if it is none, with all that is wrong
     */
    <T> T read(Use<T> use) throws IOException {
        try (ParcelArchive archive = ParcelArchive.open(file)) {
            Descriptor parcel = archive.parcel();
            List<Descriptor> others =
                    archive.index().manifests().stream()
                            .filter(one -> !one.digest().equals(parcel.digest()))
                            .toList();
            return use.of(SentParcel.read(archive, parcel, others));
        } catch (ArtefactRefused e) {
            throw ParcelRefused.unusable(e.problems());
        }
    }

    /** What is done with a parcel that was read. */
    interface Use<T> {
        T of(SentParcel sent) throws IOException;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
