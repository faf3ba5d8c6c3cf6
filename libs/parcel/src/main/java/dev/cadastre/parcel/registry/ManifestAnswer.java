package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** What a registry says about a manifest, held against what it is. */
final class ManifestAnswer {

    private static final String DIGEST = "Docker-Content-Digest";

    private ManifestAnswer() {}

    static ManifestContent read(Answer answer, String reference) throws IOException {
        answer.requireNoPage();
        ManifestContent manifest =
                new ManifestContent(mediaType(answer), answer.body(Manifest.MOST_BYTES));
        requireDigest(answer, manifest.descriptor().digest());
        if (Descriptor.isDigest(reference)) {
            requireSame(answer, reference, manifest.descriptor().digest());
        }
        return manifest;
    }

    private static String mediaType(Answer answer) throws RegistryRefused {
        if (!answer.mediaType().startsWith("application/")) {
            throw answer.wrong("what it answers is no manifest");
        }
        return answer.mediaType();
    }

    /** What the headers say, if they say all. */
    static Optional<Descriptor> told(Answer answer, String reference) throws RegistryRefused {
        answer.requireNoPage();
        Optional<String> digest = answer.header(DIGEST).filter(Descriptor::isDigest);
        OptionalLong size = answer.number("Content-Length");
        if (digest.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        if (Descriptor.isDigest(reference)) {
            requireSame(answer, reference, digest.get());
        }
        return Optional.of(Descriptor.of(mediaType(answer), digest.get(), size.getAsLong()));
    }

    /** What a registry calls a manifest is what it is, if it calls it anything that we know. */
    static void requireDigest(Answer answer, String digest) throws RegistryRefused {
        Optional<String> told = answer.header(DIGEST).filter(text -> text.startsWith("sha256:"));
        if (told.isPresent()) {
            requireSame(answer, told.get(), digest);
        }
    }

    private static void requireSame(Answer answer, String stated, String digest)
            throws RegistryRefused {
        if (!stated.equals(digest)) {
            throw answer.wrong(
                    "the manifest %s has the digest %s".formatted(Shown.text(stated), digest));
        }
    }
}
