package dev.cadastre.server.web.api;

import dev.cadastre.api.Installation;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.storage.growth.Growth;
import dev.cadastre.server.storage.health.Doctor;
import dev.cadastre.server.storage.upkeep.Upkeep;
import dev.cadastre.server.web.api.request.ApiPath;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with this installation. */
@RestController
class DoctorController {

    private final Doctor doctor;
    private final Growth growth;
    private final Upkeep upkeep;
    private final Permitted permitted;

    DoctorController(Doctor doctor, Growth growth, Upkeep upkeep, Permitted permitted) {
        this.doctor = doctor;
        this.growth = growth;
        this.upkeep = upkeep;
        this.permitted = permitted;
    }

    /** What is wrong, each with its remedy, and what grows; for administrators. */
    @GetMapping(ApiPath.BASE + "/doctor")
    Installation installation() {
        permitted.requireEverywhere(Verb.ADMINISTER, Part.SERVER);
        return InstallationRecords.installation(doctor.examine(), growth.report(), upkeep.report());
    }
}
