package dev.cadastre.server.web.page.parcel;

import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.repository.ParcelManual;
import dev.cadastre.server.web.api.parcel.KnownParcels;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The operations manuals of parcels, and what stands on their pages. */
@Controller
class ParcelManualPages {

    /** Pictures that can do nothing but be seen. */
    private static final Map<String, MediaType> PICTURES =
            Map.of(
                    "png", MediaType.IMAGE_PNG,
                    "jpg", MediaType.IMAGE_JPEG,
                    "jpeg", MediaType.IMAGE_JPEG,
                    "gif", MediaType.IMAGE_GIF,
                    "webp", MediaType.parseMediaType("image/webp"));

    private final KnownParcels known;
    private final Frames frames;

    ParcelManualPages(KnownParcels known, Frames frames) {
        this.known = known;
        this.frames = frames;
    }

    @GetMapping(ParcelLinks.PATH + "/{name}/{version}/manual")
    ModelAndView first(@PathVariable String name, @PathVariable String version) {
        KeptParcel kept = known.kept(name, version);
        return View.redirect(ParcelLinks.manual(kept.name(), kept.version(), ParcelManual.FIRST));
    }

    /** A page, or what stands on one: what is neither a page nor a picture is only saved. */
    @GetMapping(ParcelLinks.PATH + "/{name}/{version}/manual/{*path}")
    @Nullable Object file(
            HttpServletRequest request,
            @PathVariable String name,
            @PathVariable String version,
            @PathVariable String path)
            throws IOException {
        KeptParcel kept = known.kept(name, version);
        ParcelManual manual = known.manual(kept);
        String file = path.substring(1);
        byte[] content = manual.read(file).orElseThrow(() -> KnownParcels.noFile(kept, file));
        return ParcelManual.isPage(file)
                ? page(request, kept, manual, file, new String(content, StandardCharsets.UTF_8))
                : other(file, content);
    }

    private ModelAndView page(
            HttpServletRequest request,
            KeptParcel kept,
            ParcelManual manual,
            String path,
            String markdown) {
        String html =
                ParcelMarkdown.html(
                        markdown,
                        path,
                        file -> ParcelLinks.manual(kept.name(), kept.version(), file));
        return View.of(
                "parcel/manual",
                "frame",
                frames.of(
                        request,
                        "%s of %s".formatted(ManualPage.title(path), kept),
                        "parcels",
                        ApiPath.BASE + ParcelLinks.to(kept.name(), kept.version())),
                "page",
                new ManualPage(kept.name(), kept.version(), manual.pages(), path, html));
    }

    private static ResponseEntity<byte[]> other(String file, byte[] content) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        MediaType picture = PICTURES.get(ending);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (picture == null) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().build().toString());
        }
        return answer.contentType(picture == null ? MediaType.APPLICATION_OCTET_STREAM : picture)
                .body(content);
    }
}
