package dev.cadastre.server.web.page;

import dev.cadastre.api.Installation;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.storage.growth.Growth;
import dev.cadastre.server.storage.health.Doctor;
import dev.cadastre.server.storage.upkeep.Upkeep;
import dev.cadastre.server.web.api.InstallationRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is wrong with this installation, and what grows; for administrators. */
@Controller
class InstallationPages {

    private final Doctor doctor;
    private final Growth growth;
    private final Upkeep upkeep;
    private final Permitted permitted;
    private final Frames frames;
    private final Clock clock;

    InstallationPages(
            Doctor doctor,
            Growth growth,
            Upkeep upkeep,
            Permitted permitted,
            Frames frames,
            Clock clock) {
        this.doctor = doctor;
        this.growth = growth;
        this.upkeep = upkeep;
        this.permitted = permitted;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/administration/installation")
    ModelAndView show(HttpServletRequest request) {
        permitted.requireEverywhere(Verb.ADMINISTER, Part.SERVER);
        Installation installation =
                InstallationRecords.installation(
                        doctor.examine(), growth.report(), upkeep.report());
        return View.of(
                "installation/page",
                "frame",
                frames.of(request, "Installation", "administration", ApiPath.BASE + "/doctor"),
                "wording",
                new Wording(clock.instant()),
                "installation",
                installation,
                "tables",
                TableLine.of(installation));
    }
}
