package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.oci.VerifyingStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * One repository of a registry. As {@link Blobs} it gives manifests and indexes by their
 * descriptors, too. Each method throws {@link RegistryRefused} if the registry does not do its
 * part. Safe for several threads.
 */
public final class RegistryRepository implements Blobs, PartialBlobs {

    private static final Set<String> MANIFESTS = Set.of(Manifest.MEDIA_TYPE, ImageIndex.MEDIA_TYPE);
    private static final String ACCEPT =
            Manifest.MEDIA_TYPE
                    + ", "
                    + ImageIndex.MEDIA_TYPE
                    + ", application/vnd.docker.distribution.manifest.v2+json";
    private static final int MOST_TAGS = 100_000;

    private final RegistryHost host;
    private final String name;
    private final Exchange exchange;

    RegistryRepository(RegistryHost host, String name, Exchange exchange) {
        this.host = host;
        this.name = name;
        this.exchange = exchange;
    }

    /** Its path in the registry. */
    public String name() {
        return name;
    }

    private URI uri(String path) {
        return exchange.uri("/v2/" + name + "/" + path);
    }

    private Call reading(String method, String path) {
        return Call.of(method, uri(path), List.of("repository:" + name + ":pull"));
    }

    private Call writing(String method, String path) {
        return Call.of(method, uri(path), List.of(toWrite()));
    }

    private String toWrite() {
        return "repository:" + name + ":pull,push";
    }

    /**
     * A manifest or an index by its tag or digest; empty if there is none.
     *
     * @throws RegistryRefused if it is not of the digest, too
     */
    public Optional<ManifestContent> manifest(String reference) throws IOException {
        Optional<Answer> found =
                exchange.find(
                        reading("GET", "manifests/" + checked(reference)).header("Accept", ACCEPT));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Answer answer = found.get()) {
            return Optional.of(ManifestAnswer.read(answer, reference));
        }
    }

    /** What is known of a manifest by its tag or digest, without reading it. */
    public Optional<Descriptor> find(String reference) throws IOException {
        Optional<Answer> found =
                exchange.find(
                        reading("HEAD", "manifests/" + checked(reference))
                                .header("Accept", ACCEPT));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Descriptor> told;
        try (Answer answer = found.get()) {
            told = ManifestAnswer.told(answer, reference);
        }
        // Some do not tell the digest.
        return told.isPresent() ? told : manifest(reference).map(ManifestContent::descriptor);
    }

    private static String checked(String reference) {
        if (!RegistryReference.isTag(reference) && !Descriptor.isDigest(reference)) {
            throw new IllegalArgumentException("It is no tag and no digest: " + reference);
        }
        return reference;
    }

    /**
     * Puts a manifest, whose blobs are there, under a tag or its digest.
     *
     * @return whether the registry lists it among the referrers of its subject
     */
    public boolean put(ManifestContent manifest, String reference) throws IOException {
        Call call =
                writing("PUT", "manifests/" + checked(reference))
                        .header("Content-Type", manifest.descriptor().mediaType())
                        .body(manifest.sameBytes());
        try (Answer answer = exchange.require(call)) {
            ManifestAnswer.requireDigest(answer, manifest.descriptor().digest());
            return answer.header("OCI-Subject").isPresent();
        }
    }

    /** The tags, in the order that the registry gives them; none if there is no repository. */
    public List<String> tags() throws IOException {
        return Pages.texts(exchange, reading("GET", "tags/list?n=1000"), "tags", MOST_TAGS).stream()
                .filter(RegistryReference::isTag)
                .toList();
    }

    /** What refers to a manifest; also where the registry itself does not know. */
    public ImageIndex referrers(String digest) throws IOException {
        return new Referrers(exchange, this).of(digest);
    }

    /** Puts a manifest that has a subject, so that it is found as one of its referrers. */
    public void putReferrer(ManifestContent manifest) throws IOException {
        new Referrers(exchange, this).put(manifest);
    }

    Call referrersCall(String digest) {
        return reading("GET", "referrers/" + digest);
    }

    @Override
    public boolean has(Descriptor blob) throws IOException {
        Optional<Answer> found =
                exchange.find(reading("HEAD", path(blob)).header("Accept", "*/*, " + ACCEPT));
        if (found.isEmpty()) {
            return false;
        }
        try (Answer answer = found.get()) {
            return answer.number("Content-Length").orElse(blob.size()) == blob.size();
        }
    }

    private static String path(Descriptor blob) {
        return (MANIFESTS.contains(blob.mediaType()) ? "manifests/" : "blobs/") + blob.digest();
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        return new VerifyingStream(openPart(blob, 0), blob);
    }

    @Override
    public InputStream openPart(Descriptor blob, long from) throws IOException {
        Call call = reading("GET", path(blob)).header("Accept", "*/*, " + ACCEPT);
        return BlobDownload.begin(exchange, call, blob, from);
    }

    /**
     * Sends a blob, if it is not there. What was sent before a connection broke is not sent again.
     *
     * @param moved is told how many more bytes are there, by the thread that calls
     * @throws BlobMissing if it is not where it comes from
     */
    public void upload(Descriptor blob, Blobs from, LongConsumer moved) throws IOException {
        if (!has(blob)) {
            send(blob, from, moved);
        }
    }

    /** The same where it is known that it is not there. */
    void send(Descriptor blob, Blobs from, LongConsumer moved) throws IOException {
        new BlobUpload(exchange, writing("POST", "blobs/uploads/"), blob, from, moved).run();
    }

    /**
     * Has a blob taken from another repository of the registry.
     *
     * @return whether it is there now; if not, it is to be uploaded
     */
    public boolean mount(Descriptor blob, String other) throws IOException {
        Call call =
                Call.of(
                        "POST",
                        uri("blobs/uploads/?mount=" + blob.digest() + "&from=" + other),
                        List.of(toWrite(), "repository:" + other + ":pull"));
        try (Answer answer = exchange.send(call.body(new byte[0]))) {
            if (answer.status() == 202) {
                BlobUpload.abandon(exchange, answer, List.of(toWrite()));
            }
            return answer.status() == 201;
        }
    }

    @Override
    public String toString() {
        return host + "/" + name;
    }
}
