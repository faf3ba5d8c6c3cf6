package dev.cadastre.server.parcels.repository;

import dev.cadastre.ini.Origin;
import dev.cadastre.parcel.trust.Signer;
import dev.cadastre.parcel.trust.SigningKey;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.DeclaredSigner;
import dev.cadastre.server.storage.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Parcels in a folder of a test's own over the shared tables; starting the server again is as quick
 * as making others in the same folder.
 */
final class OwnParcels {

    /** What it takes, from the server. */
    @Component
    record Means(ParcelTable table, ParcelBook book, Access access, Clock clock) {}

    final Content content;
    final Parcels parcels;
    final Mending mending;
    private final Path home;
    private final Means means;
    private Map<String, DeclaredSigner> signers = Map.of();
    private Map<String, List<ParcelUse.User>> users = Map.of();

    private OwnParcels(Means means, Path path) {
        this.means = means;
        this.home = path;
        Home own = new Home(path);
        content = new Content(own);
        ParcelUse use = any -> users;
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("use", use));
        parcels =
                new Parcels(
                        own,
                        content,
                        means.book(),
                        new ParcelTrust(() -> signers, content, means.clock()),
                        beans.getBeanProvider(ParcelUse.class));
        mending = new Mending(parcels, means.book(), means.table(), content, means.access(), own);
    }

    /** What a server has after its start. */
    static OwnParcels started(Means means, Path home) {
        OwnParcels own = new OwnParcels(means, home);
        own.mending.mend();
        return own;
    }

    /** Those of the next server in the same folder. */
    OwnParcels restarted() {
        return started(means, home);
    }

    Taken take(byte[] archive) {
        return means.access()
                .asSystem(() -> {
                    try {
                        return parcels.take(new ByteArrayInputStream(archive));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    void remove(String name, String version) {
        means.access()
                .asSystem(() -> {
                    try {
                        parcels.remove(name, version);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** The estate names one more signer. */
    void declare(String name, SigningKey key, @Nullable Instant until) {
        Map<String, DeclaredSigner> more = new HashMap<>(signers);
        more.put(
                name,
                new DeclaredSigner(
                        new Signer(name, key.verificationKey(), until),
                        new Origin("estate.ini", "signer " + name, "key", 1)));
        signers = more;
    }

    /** An app has a parcel. */
    void use(String digest, String app, String environment) {
        users = Map.of(digest, List.of(new ParcelUse.User(app, environment)));
    }

    /** The names of all files of a folder below the home. */
    List<String> files(String folder) {
        Path path = home.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digests of all content, but for what signatures of other tests need as well. */
    List<String> blobs() {
        return files("parcels/blobs/sha256").stream()
                .filter(blob -> !blob.equals(ParcelSignature.CONFIG.hex()))
                .toList();
    }
}
