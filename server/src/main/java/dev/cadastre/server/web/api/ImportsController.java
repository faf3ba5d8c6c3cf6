package dev.cadastre.server.web.api;

import dev.cadastre.api.ImportReceipt;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.Imports;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes over what other inventories know. */
@RestController
@RequestMapping(ApiPath.BASE + "/imports")
class ImportsController {

    private final Imports imports;
    private final Permitted permitted;

    ImportsController(Imports imports, Permitted permitted) {
        this.imports = imports;
        this.permitted = permitted;
    }

    /**
     * Takes a zip of the folders that "ansible -m setup --tree" and "ansible -m package_facts
     * --tree" write, one file for each host; all of it or, with the place of what is wrong, none.
     */
    @PostMapping("/ansible")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = "string", format = "binary")))
    ImportReceipt ansible(InputStream content) {
        Imports.Imported imported =
                imports.ansible(
                        content, permitted.reach(Verb.WRITE, Part.INVENTORY), permitted.actor());
        return new ImportReceipt(
                imported.hosts(),
                imported.first(),
                imported.remarks().stream()
                        .map(remark ->
                                new ImportReceipt.Remark(
                                        remark.host(), remark.taken(), remark.reason()))
                        .toList());
    }
}
