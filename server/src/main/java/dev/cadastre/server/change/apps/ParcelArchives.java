package dev.cadastre.server.change.apps;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderReading;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.app.AppParcel;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.storage.Home;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Parcels as archives of changes. A run keeps what it was made of, so that it can be resumed and
 * undone when the parcel is no longer kept. Thread-safe.
 */
@Component
class ParcelArchives {

    private final Parcels parcels;
    private final Archives archives;
    private final Home home;

    /** Archives that are there, by the parcel's digest: packing one takes a while. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    ParcelArchives(Parcels parcels, Archives archives, Home home) {
        this.parcels = parcels;
        this.archives = archives;
        this.home = home;
    }

    /**
     * The digest of a parcel's archive, which is made if it is not there.
     *
     * @throws ChangeRefused if a change cannot have what the parcel has
     */
    String of(AppParcel parcel) {
        String there = known.get(parcel.digest());
        if (there != null && archives.has(there)) {
            return there;
        }
        try {
            String packed = packed(parcel);
            known.put(parcel.digest(), packed);
            return packed;
        } catch (IOException e) {
            throw new UncheckedIOException("The parcel %s cannot be unpacked".formatted(parcel), e);
        }
    }

    private String packed(AppParcel parcel) throws IOException {
        Path place = Files.createTempDirectory(home.folder("changes"), "parcel-");
        try {
            Path unpacked = place.resolve("files");
            parcels.open(kept(parcel)).unpack(unpacked);
            FolderReading reading = ChangeFolder.read(unpacked);
            ChangeFolder folder = reading.folder().orElseThrow(() -> refused(parcel, reading));
            if (!archives.has(folder.digest())) {
                Path tar = place.resolve("archive.tar");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(tar))) {
                    ChangeArchive.write(folder, out);
                }
                try (InputStream in = new BufferedInputStream(Files.newInputStream(tar))) {
                    archives.put(folder.digest(), in);
                }
            }
            return folder.digest();
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private KeptParcel kept(AppParcel parcel) {
        return parcels.find(parcel.name(), parcel.version())
                .filter(kept -> kept.digest().equals(parcel.digest()))
                .orElseThrow(() -> Parcels.unknown(parcel.name(), parcel.version()));
    }

    private static ChangeRefused refused(AppParcel parcel, FolderReading reading) {
        return new ChangeRefused(
                Reason.UNUSABLE,
                reading.problems().stream()
                        .map(one ->
                                new ChangeProblem(
                                        one.code(), parcel.toString(), one.message(), one.remedy()))
                        .toList());
    }
}
