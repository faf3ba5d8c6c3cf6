package dev.cadastre.server.web.api.app;

import dev.cadastre.api.app.AppRevision;
import dev.cadastre.server.web.api.parcel.ManualFiles;
import dev.cadastre.server.web.api.request.ApiPath;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Operations manuals of apps. */
@RestController
class AppManualController {

    private final KnownApps known;
    private final ManualFiles files;

    AppManualController(KnownApps known, ManualFiles files) {
        this.known = known;
        this.files = files;
    }

    /** A file of the manual of the version that is there. */
    @GetMapping(ApiPath.BASE + "/apps/{app}/manual/{*path}")
    ResponseEntity<byte[]> file(@PathVariable String app, @PathVariable String path)
            throws IOException {
        AppRevision current = known.current(AppNames.read(app));
        return files.answer(current.parcel(), current.version(), path);
    }
}
