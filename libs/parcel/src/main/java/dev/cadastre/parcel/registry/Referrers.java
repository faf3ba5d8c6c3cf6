package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What refers to manifests of one repository. Registries that know nothing of it have an index
 * instead, whose tag is made of the digest.
 */
final class Referrers {

    private static final int MOST = 10_000;

    private final Exchange exchange;
    private final RegistryRepository repository;

    Referrers(Exchange exchange, RegistryRepository repository) {
        this.exchange = exchange;
        this.repository = repository;
    }

    ImageIndex of(String digest) throws IOException {
        try {
            Optional<ImageIndex> known =
                    Pages.indexes(exchange, repository.referrersCall(digest), MOST);
            return known.isPresent() ? known.get() : tagged(digest);
        } catch (RegistryRefused e) {
            if (e.reason() == RegistryRefused.Reason.NO_REGISTRY) {
                return tagged(digest);
            }
            throw e;
        }
    }

    private static String tag(String digest) {
        return digest.replace(':', '-');
    }

    private ImageIndex tagged(String digest) throws IOException {
        Optional<ManifestContent> manifest = repository.manifest(tag(digest));
        if (manifest.isEmpty()) {
            return ImageIndex.EMPTY;
        }
        try {
            return ImageIndex.read(manifest.get().sameBytes());
        } catch (MalformedJson e) {
            throw new RegistryRefused(
                    RegistryRefused.Reason.WRONG_ANSWER,
                    "%s: what is tagged %s is no index: %s"
                            .formatted(repository, tag(digest), e.getMessage()),
                    e);
        }
    }

    void put(ManifestContent content) throws IOException {
        Manifest manifest = Manifest.read(content.sameBytes());
        Descriptor subject =
                manifest.subject()
                        .orElseThrow(() -> new IllegalArgumentException("It has no subject"));
        if (!repository.put(content, content.descriptor().digest())) {
            Descriptor listed =
                    new Descriptor(
                            content.descriptor().mediaType(),
                            content.descriptor().digest(),
                            content.descriptor().size(),
                            manifest.artifactType().isEmpty()
                                    ? manifest.config().mediaType()
                                    : manifest.artifactType(),
                            manifest.annotations());
            list(subject.digest(), listed);
        }
    }

    private void list(String digest, Descriptor listed) throws IOException {
        SharedIndex.add(
                repository + ":" + tag(digest),
                () -> tagged(digest),
                index ->
                        repository.put(
                                new ManifestContent(ImageIndex.MEDIA_TYPE, index.bytes()),
                                tag(digest)),
                List.of(listed));
    }
}
