package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.NewPerson;
import dev.cadastre.api.Person;
import dev.cadastre.api.PersonChange;
import dev.cadastre.server.access.People;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who can sign in. */
@RestController
@RequestMapping(ApiPath.BASE + "/people")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    /** Everybody, by name. */
    @GetMapping
    ListPage<Person> people() {
        return Pages.whole(people.list(), AccessRecords::person);
    }

    /** Adds somebody. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Person add(@RequestBody NewPerson person) {
        return AccessRecords.person(
                people.add(person.name(), AccessRecords.grants(person.grants())));
    }

    /** Changes what somebody may do. */
    @PatchMapping("/{id}")
    Person change(@PathVariable long id, @RequestBody PersonChange change) {
        return AccessRecords.person(
                people.change(
                        id,
                        change.grants() == null ? null : AccessRecords.grants(change.grants()),
                        change.disabled()));
    }
}
