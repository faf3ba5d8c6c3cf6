package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.VerifyingStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An OCI layout as files of a web server. Safe for several threads. */
public final class HttpLayout implements Blobs, PartialBlobs {

    private final URI base;
    private final Exchange exchange;

    /**
     * Nothing is asked yet.
     *
     * @param address of the layout's folder, by HTTPS, or plainly where the settings allow that
     * @throws IllegalArgumentException if it is no such address
     */
    public HttpLayout(URI address, RegistrySettings settings) {
        if (!Addresses.isAllowed(address, settings.encryption()) || address.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "It is no address by HTTPS of a layout: " + Shown.text(address.toString()));
        }
        String text = address.toString();
        this.base = URI.create(text.endsWith("/") ? text : text + "/");
        this.exchange = new Exchange(new RegistryHost(base.getRawAuthority()), settings);
    }

    /**
     * What is in it.
     *
     * @throws RegistryRefused if there is no layout
     */
    public ImageIndex index() throws IOException {
        try (Answer answer = exchange.require(reading("GET", "index.json"))) {
            answer.requireNoPage();
            return ImageIndex.read(answer.body(ImageIndex.MOST_BYTES));
        } catch (MalformedJson e) {
            throw new RegistryRefused(
                    RegistryRefused.Reason.NO_REGISTRY,
                    "%s has no index of a layout: %s"
                            .formatted(Shown.address(base), e.getMessage()),
                    e);
        }
    }

    private Call reading(String method, String path) {
        return Call.of(method, base.resolve(path), List.of());
    }

    private Call reading(String method, Descriptor blob) {
        return reading(method, "blobs/sha256/" + blob.hex());
    }

    @Override
    public boolean has(Descriptor blob) throws IOException {
        Optional<Answer> found = exchange.find(reading("HEAD", blob));
        if (found.isEmpty()) {
            return false;
        }
        try (Answer answer = found.get()) {
            return answer.number("Content-Length").orElse(blob.size()) == blob.size();
        }
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        return new VerifyingStream(openPart(blob, 0), blob);
    }

    @Override
    public InputStream openPart(Descriptor blob, long from) throws IOException {
        return BlobDownload.begin(exchange, reading("GET", blob), blob, from);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
