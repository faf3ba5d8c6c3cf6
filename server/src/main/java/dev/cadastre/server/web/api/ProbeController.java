package dev.cadastre.server.web.api;

import dev.cadastre.probe.Probe;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The script that describes a host, for hosts that send their reports themselves. */
@RestController
class ProbeController {

    /** The probe as a POSIX shell script, without the server's own snippets; open to anyone. */
    @GetMapping(path = "/probe.sh", produces = MediaType.TEXT_PLAIN_VALUE)
    String script() {
        return Probe.script();
    }
}
