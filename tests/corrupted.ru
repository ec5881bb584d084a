# One defect each in an otherwise healthy build: "#+ rule: what is wrong", then the SPARQL update that does it to the
# first node (by IRI) that will do. The prefixes are those of ontology/prefixes.tsv.

#+ statement-evidence: the evidence is lost
DELETE { ?node kzh:evidence ?evidence . ?evidence ?p ?o . ?selector ?q ?r } WHERE {
  { SELECT ?node ?evidence { ?node kzh:evidence ?evidence
      FILTER NOT EXISTS { ?other kzh:evidence ?evidence FILTER (?other != ?node) } } ORDER BY ?node LIMIT 1 }
  ?evidence oa:hasSelector ?selector ; ?p ?o . ?selector ?q ?r
}

#+ statement-evidence: the evidence is named but not there
DELETE { ?evidence ?p ?o . ?selector ?q ?r } WHERE {
  { SELECT ?node ?evidence { ?node kzh:evidence ?evidence } ORDER BY ?node LIMIT 1 }
  ?evidence oa:hasSelector ?selector ; ?p ?o . ?selector ?q ?r
}

#+ quote-length: the quote ends ten characters too late
DELETE { ?node kzh:end ?end . ?selector oa:end ?end } INSERT { ?node kzh:end ?wrong . ?selector oa:end ?wrong } WHERE {
  { SELECT * { ?node a kzh:Evidence ; kzh:line ?line } ORDER BY ?node LIMIT 1 }
  ?node kzh:end ?end ; oa:hasSelector ?selector . ?selector oa:end ?end BIND (?end + 10 AS ?wrong)
}

#+ quote-length: a word of the quote is gone
DELETE { ?node kzh:exact ?exact . ?selector oa:exact ?exact } INSERT { ?node kzh:exact ?cut . ?selector oa:exact ?cut } WHERE {
  { SELECT * { ?node a kzh:Evidence ; kzh:exact ?exact ; oa:hasSelector ?selector . ?selector oa:exact ?exact
      FILTER CONTAINS(?exact, " ") } ORDER BY ?node LIMIT 1 }
  BIND (STRAFTER(?exact, " ") AS ?cut)
}

#+ selectors-agree: the offset of a selector is wrong
DELETE { ?selector oa:start ?start } INSERT { ?selector oa:start ?wrong } WHERE {
  { SELECT * { ?node kzh:start ?start ; oa:hasSelector ?selector . ?selector oa:start ?start
      FILTER (?start > 0) } ORDER BY ?node LIMIT 1 }
  BIND (?start - 1 AS ?wrong)
}

#+ selectors-agree: the words of a selector are others
DELETE { ?selector oa:exact ?exact } INSERT { ?selector oa:exact "Мүлде басқа сөздер" } WHERE {
  { SELECT * { ?selector oa:exact ?exact } ORDER BY ?selector LIMIT 1 }
}

#+ evidence-start: the quote ends before it begins
DELETE { ?node kzh:start ?start ; kzh:end ?end . ?selector oa:start ?start ; oa:end ?end }
INSERT { ?node kzh:start ?end ; kzh:end ?start . ?selector oa:start ?end ; oa:end ?start } WHERE {
  { SELECT * { ?node kzh:start ?start ; kzh:end ?end ; kzh:line ?line FILTER (?line > 1) } ORDER BY ?node LIMIT 1 }
  ?node oa:hasSelector ?selector . ?selector oa:start ?start
}

#+ line-and-column: the line is beyond the offset
DELETE { ?node kzh:line ?line } INSERT { ?node kzh:line 9999 } WHERE {
  { SELECT * { ?node kzh:line ?line } ORDER BY ?node LIMIT 1 }
}

#+ evidence-line: the line is counted from 0
DELETE { ?node kzh:line ?line } INSERT { ?node kzh:line 0 } WHERE {
  { SELECT * { ?node kzh:line ?line FILTER (?line > 1) } ORDER BY ?node LIMIT 1 }
}

#+ evidence-outside-text: the text is shorter than its quotes
DELETE { ?node kzh:textLength ?length } INSERT { ?node kzh:textLength 12 } WHERE {
  { SELECT * { ?node a kzh:Article ; kzh:textLength ?length } ORDER BY ?node LIMIT 1 }
}

#+ text-hash-agrees: the hash is that of another text
DELETE { ?node kzh:textHash ?hash } INSERT { ?node kzh:textHash ?wrong } WHERE {
  { SELECT * { ?node a kzh:Evidence ; kzh:textHash ?hash } ORDER BY ?node LIMIT 1 }
  BIND (CONCAT(SUBSTR(?hash, 2), SUBSTR(?hash, 1, 1)) AS ?wrong)
}

#+ evidence-text-hash: the hash is cut
DELETE { ?node kzh:textHash ?hash } INSERT { ?node kzh:textHash ?wrong } WHERE {
  { SELECT * { ?node a kzh:Evidence ; kzh:textHash ?hash } ORDER BY ?node LIMIT 1 }
  BIND (SUBSTR(?hash, 1, 32) AS ?wrong)
}

#+ evidence-of-another-article: a statement is of one article, its quote of another
DELETE { ?node kzh:article ?article } INSERT { ?node kzh:article ?wrong } WHERE {
  { SELECT * { ?node a kzh:Staffing ; kzh:article ?article . ?wrong a kzh:Article
      FILTER (?wrong != ?article) FILTER NOT EXISTS { ?node kzh:date|kzh:due|kzh:place|kzh:district ?any }
    } ORDER BY ?node ?wrong LIMIT 1 }
}

#+ statement-article: a statement is of two articles
INSERT { ?node kzh:article ?wrong } WHERE {
  { SELECT * { ?node a kzh:Funding ; kzh:article ?article . ?wrong a kzh:Article FILTER (?wrong != ?article)
    } ORDER BY ?node ?wrong LIMIT 1 }
}

#+ statement-article: a statement is of no article
DELETE { ?node kzh:article ?article } WHERE {
  { SELECT * { ?node a kzh:Policy ; kzh:article ?article } ORDER BY ?node LIMIT 1 }
}

#+ evidence-unused: a statement is gone, its quote is still there
DELETE { ?node ?p ?o } WHERE {
  { SELECT ?node { ?node a kzh:Policy ; kzh:evidence ?own
      FILTER NOT EXISTS { ?other kzh:evidence ?own FILTER (?other != ?node) } } ORDER BY ?node LIMIT 1 }
  ?node ?p ?o
}

#+ works-percent: more than all is ready
DELETE { ?node kzh:percent ?old } INSERT { ?node kzh:percent 140.0 } WHERE {
  { SELECT * { ?node kzh:percent ?old } ORDER BY ?node LIMIT 1 }
}

#+ works-work-type: the kind of work is misspelt
DELETE { ?node kzh:workType ?old } INSERT { ?node kzh:workType work-type:constuction } WHERE {
  { SELECT * { ?node a kzh:Works ; kzh:workType ?old } ORDER BY ?node LIMIT 1 }
}

#+ statement-amount: money is a text
DELETE { ?node kzh:amount ?old } INSERT { ?node kzh:amount ?text } WHERE {
  { SELECT * { ?node kzh:amount ?old } ORDER BY ?node LIMIT 1 }
  BIND (STR(?old) AS ?text)
}

#+ statement-amount: the amount is negative
DELETE { ?node kzh:amount ?old } INSERT { ?node kzh:amount ?less } WHERE {
  { SELECT * { ?node kzh:amount ?old } ORDER BY ?node LIMIT 1 }
  BIND (-?old AS ?less)
}

#+ amount-outlier: the billions are lost
DELETE { ?node kzh:amount ?old } INSERT { ?node kzh:amount 4.5 } WHERE {
  { SELECT * { ?node kzh:amount ?old FILTER NOT EXISTS { ?node kzh:currency ?any } } ORDER BY ?node LIMIT 1 }
}

#+ statement-currency: the currency is a word
INSERT { ?node kzh:currency "теңге" } WHERE {
  { SELECT * { ?node a kzh:Funding ; kzh:amount ?amount FILTER NOT EXISTS { ?node kzh:currency ?any } } ORDER BY ?node LIMIT 1 }
}

#+ statement-currency: there is no such currency
INSERT { ?node kzh:currency "KZZ" } WHERE {
  { SELECT * { ?node a kzh:Funding ; kzh:amount ?amount FILTER NOT EXISTS { ?node kzh:currency ?any } } ORDER BY ?node LIMIT 1 }
}

#+ funding-amount-known: the amount is gone
DELETE { ?node kzh:amount ?old } WHERE { { SELECT * { ?node a kzh:Funding ; kzh:amount ?old } ORDER BY ?node LIMIT 1 } }

#+ statement-count: a count of none
DELETE { ?node kzh:count ?old } INSERT { ?node kzh:count 0 } WHERE {
  { SELECT * { ?node a kzh:Training ; kzh:count ?old } ORDER BY ?node LIMIT 1 }
}

#+ grant-parts-add-up: the total is not the sum of its parts
INSERT { <statement/total> ?p ?o ; kzh:count 1 } WHERE {
  { SELECT * { ?node a kzh:Grant ; kzh:level ?level ; kzh:count ?count FILTER (?count > 1)
      FILTER NOT EXISTS { ?node kzh:bound ?any } } ORDER BY ?node LIMIT 1 }
  ?node ?p ?o FILTER (?p NOT IN (kzh:level, kzh:count))
}

#+ part-within-whole: a part is more than its whole
DELETE { ?whole kzh:partOf ?other . ?node kzh:partOf ?whole } INSERT { ?whole kzh:partOf ?node } WHERE {
  { SELECT * { ?node kzh:partOf ?whole } ORDER BY ?node LIMIT 1 }
}

#+ part-within-whole: the whole is of another article
DELETE { ?node kzh:partOf ?whole } INSERT { ?node kzh:partOf ?stranger } WHERE {
  { SELECT * { ?node kzh:partOf ?whole ; kzh:article ?article ; kzh:amount ?part .
      ?stranger a kzh:Funding ; kzh:article ?other ; kzh:amount ?total
      FILTER (?other != ?article && ?total > ?part) } ORDER BY ?node ?stranger LIMIT 1 }
}

#+ statement-part-of: a sum is part of words
DELETE { ?node kzh:partOf ?whole } INSERT { ?node kzh:partOf "жалпы сома" } WHERE {
  { SELECT * { ?node kzh:partOf ?whole } ORDER BY ?node LIMIT 1 }
}

#+ statement-region: a statement is of two regions
INSERT { ?node kzh:region ?other } WHERE {
  { SELECT * { ?node a kzh:Funding ; kzh:region ?own . ?other a kzh:Region FILTER (?own != ?other)
      FILTER NOT EXISTS { ?node kzh:place|kzh:district ?any } } ORDER BY ?node ?other LIMIT 1 }
}

#+ region-iso-code: a region of another country
DELETE { ?node kzh:isoCode ?old } INSERT { ?node kzh:isoCode "RU-ORE" } WHERE {
  { SELECT * { ?node kzh:isoCode ?old } ORDER BY ?node LIMIT 1 }
}

#+ region-iso-code: there is no such region
DELETE { ?node kzh:isoCode ?old } INSERT { ?node kzh:isoCode "KZ-99" } WHERE {
  { SELECT * { ?node kzh:isoCode ?old } ORDER BY ?node LIMIT 1 }
}

#+ place-outside-region: the place lies in another region
DELETE { ?node kzh:region ?own } INSERT { ?node kzh:region ?other } WHERE {
  { SELECT * { ?node kzh:place ?place ; kzh:region ?own . ?place kzh:within+ ?own . ?other a kzh:Region FILTER (?own != ?other) }
    ORDER BY ?node ?other LIMIT 1 }
}

#+ place-outside-district: the place lies in another district
DELETE { ?node kzh:district ?own } INSERT { ?node kzh:district ?other } WHERE {
  { SELECT * { ?node kzh:place ?place ; kzh:region ?region . ?place kzh:within ?home . ?home a kzh:District ; kzh:within ?region .
      ?other a kzh:District ; kzh:within ?region FILTER (?other != ?home) OPTIONAL { ?node kzh:district ?own } }
    ORDER BY ?node ?other LIMIT 1 }
}

#+ place-code-agrees: the code is that of another place
DELETE { ?node kzh:placeCode ?own } INSERT { ?node kzh:placeCode ?other } WHERE {
  { SELECT * { ?node kzh:placeCode ?own . ?place kzh:kato ?other FILTER (?own != ?other) } ORDER BY ?node ?other LIMIT 1 }
}

#+ place-kato: the code of a place lacks a digit
DELETE { ?node kzh:kato ?own } INSERT { ?node kzh:kato ?cut } WHERE {
  { SELECT * { ?node a kzh:District ; kzh:kato ?own FILTER NOT EXISTS { ?any kzh:placeCode ?own } } ORDER BY ?node LIMIT 1 }
  BIND (SUBSTR(?own, 2) AS ?cut)
}

#+ duplicate-code: one code of two places
DELETE { ?node kzh:kato ?own } INSERT { ?node kzh:kato ?other } WHERE {
  { SELECT * { ?node a kzh:District ; kzh:kato ?own . ?twin a kzh:District ; kzh:kato ?other FILTER (?own != ?other)
      FILTER NOT EXISTS { ?any kzh:placeCode ?own } } ORDER BY ?node ?twin LIMIT 1 }
}

#+ duplicate-code: one id of two articles
DELETE { ?node kzh:articleId ?own } INSERT { ?node kzh:articleId ?other } WHERE {
  { SELECT * { ?node kzh:articleId ?own . ?twin kzh:articleId ?other FILTER (?own != ?other) } ORDER BY ?node ?twin LIMIT 1 }
}

#+ programme-id: one programme with two ids
INSERT { ?node kzh:programmeId "another-programme" } WHERE {
  { SELECT * { ?node kzh:programmeId ?own } ORDER BY ?node LIMIT 1 }
}

#+ within-cycle: the region lies in its own village
INSERT { ?node kzh:within ?part } WHERE {
  { SELECT * { ?part a kzh:Village ; kzh:within+ ?node . ?node a kzh:Region } ORDER BY ?node ?part LIMIT 1 }
}

#+ place-within: a place lies in a person
DELETE { ?node kzh:within ?home } INSERT { ?node kzh:within ?person } WHERE {
  { SELECT * { ?node a kzh:Village ; kzh:within ?home . ?person a kzh:Person
      FILTER EXISTS { ?any kzh:district ?home } } ORDER BY ?node ?person LIMIT 1 }
}

#+ person-label: a person without a name
DELETE { ?node rdfs:label ?label } WHERE { { SELECT * { ?node a kzh:Person ; rdfs:label ?label } ORDER BY ?node LIMIT 1 } }

#+ organization-label: the language of a name is not said
DELETE { ?node rdfs:label ?label } INSERT { ?node rdfs:label ?text } WHERE {
  { SELECT * { ?node a kzh:Organization ; rdfs:label ?label } ORDER BY ?node LIMIT 1 } BIND (STR(?label) AS ?text)
}

#+ place-label: a name in a language that the graph does not speak
INSERT { ?node rdfs:label "Karabulak"@tr } WHERE { { SELECT * { ?node a kzh:Village } ORDER BY ?node LIMIT 1 } }

#+ article-language: the language of an article is not known
DELETE { ?node kzh:language ?old } INSERT { ?node kzh:language "qq" } WHERE {
  { SELECT * { ?node a kzh:Article ; kzh:language ?old } ORDER BY ?node LIMIT 1 }
}

#+ article-published: the day of an article is a text
DELETE { ?node kzh:published ?old } INSERT { ?node kzh:published "27.12.2024" } WHERE {
  { SELECT * { ?node a kzh:Article ; kzh:published ?old } ORDER BY ?node LIMIT 1 }
}

#+ article-url: the address is a text
DELETE { ?node kzh:url ?old } INSERT { ?node kzh:url "мына жерде" } WHERE {
  { SELECT * { ?node a kzh:Article OPTIONAL { ?node kzh:url ?old } } ORDER BY ?node LIMIT 1 }
}

#+ article-publisher: the publisher is not described
DELETE { ?node ?p ?o } WHERE {
  { SELECT ?node { ?article kzh:publisher ?node FILTER NOT EXISTS { ?any kzh:parties|kzh:organization ?node } } ORDER BY ?node LIMIT 1 }
  ?node ?p ?o
}

#+ article-says-nothing: an article of which nothing is said
INSERT { <article/mute> ?p ?o ; kzh:articleId "mute" } WHERE {
  { SELECT ?node { ?node a kzh:Article } ORDER BY ?node LIMIT 1 } ?node ?p ?o FILTER (?p != kzh:articleId)
}

#+ statement-date: the date is no EDTF
DELETE { ?node kzh:date ?old } INSERT { ?node kzh:date "былтыр күзде" } WHERE {
  { SELECT * { ?node a kzh:Funding ; kzh:date ?old } ORDER BY ?node LIMIT 1 }
}

#+ date-bounds: the date is no day of the calendar
DELETE { ?node kzh:date ?old } INSERT { ?node kzh:date "2024-02-31" } WHERE {
  { SELECT * { ?node a kzh:Funding ; kzh:date ?old FILTER STRSTARTS(?old, "2024") } ORDER BY ?node LIMIT 1 }
}

#+ statement-date-from: the date begins after its end
DELETE { ?node kzh:dateFrom ?first ; kzh:dateTo ?last } INSERT { ?node kzh:dateFrom ?last ; kzh:dateTo ?first } WHERE {
  { SELECT * { ?node a kzh:Funding ; kzh:dateFrom ?first ; kzh:dateTo ?last FILTER (?first < ?last) } ORDER BY ?node LIMIT 1 }
}

#+ statement-due-from: a day is a text
DELETE { ?node kzh:dueFrom ?old } INSERT { ?node kzh:dueFrom ?text } WHERE {
  { SELECT * { ?node a kzh:Works ; kzh:dueFrom ?old } ORDER BY ?node LIMIT 1 }
  BIND (STR(?old) AS ?text)
}

#+ completed-in-future: completed before it happened
DELETE { ?node kzh:date ?date ; kzh:dateFrom ?first ; kzh:dateTo ?last }
INSERT { ?node kzh:date "2091" ; kzh:dateFrom "2091-01-01"^^xsd:date ; kzh:dateTo "2091-12-31"^^xsd:date } WHERE {
  { SELECT * { ?node kzh:status status:completed ; kzh:date ?date ; kzh:dateFrom ?first ; kzh:dateTo ?last
      FILTER NOT EXISTS { ?node a kzh:Works } FILTER NOT EXISTS { ?node a kzh:Grant } } ORDER BY ?node LIMIT 1 }
}

#+ due-before-article: promised for a day that was over
DELETE { ?node kzh:due ?due ; kzh:dueFrom ?first ; kzh:dueTo ?last }
INSERT { ?node kzh:due "1991" ; kzh:dueFrom "1991-01-01"^^xsd:date ; kzh:dueTo "1991-12-31"^^xsd:date } WHERE {
  { SELECT * { ?node kzh:status status:planned ; kzh:due ?due ; kzh:dueTo ?last OPTIONAL { ?node kzh:dueFrom ?first } }
    ORDER BY ?node LIMIT 1 }
}

#+ works-closed: a property that this kind has not
INSERT { ?node kzh:profession "дәрігер" } WHERE { { SELECT * { ?node a kzh:Works } ORDER BY ?node LIMIT 1 } }

#+ unknown-property: a property that nobody has declared
DELETE { ?node kzh:familyName ?name } INSERT { ?node kzh:surname ?name } WHERE {
  { SELECT * { ?node kzh:familyName ?name } ORDER BY ?node LIMIT 1 }
}

#+ statement-type: a statement of no kind
DELETE { ?node a ?kind } WHERE { { SELECT * { ?node kzh:article ?article ; a ?kind } ORDER BY ?node LIMIT 1 } }

#+ statement-type: a statement of two kinds
INSERT { ?node a kzh:Procurement } WHERE {
  { SELECT * { ?node a kzh:Service } ORDER BY ?node LIMIT 1 }
}

#+ two-types: a person who is an organisation
INSERT { ?node a kzh:Organization } WHERE {
  { SELECT * { ?node a kzh:Person } ORDER BY ?node LIMIT 1 }
}

#+ statement-role: the office is misspelt
DELETE { ?node kzh:role ?old } INSERT { ?node kzh:role role:ministre } WHERE {
  { SELECT * { ?node kzh:role ?old } ORDER BY ?node LIMIT 1 }
}

#+ facility-type: the type of a facility is unknown
DELETE { ?node kzh:facilityType ?old } INSERT { ?node kzh:facilityType facility-type:wizard } WHERE {
  { SELECT * { ?node a kzh:Facility ; kzh:facilityType ?old } ORDER BY ?node LIMIT 1 }
}

#+ staffing-measure: the measure is unknown
DELETE { ?node kzh:measure ?old } INSERT { ?node kzh:measure "treasure" } WHERE {
  { SELECT * { ?node a kzh:Staffing ; kzh:measure ?old } ORDER BY ?node LIMIT 1 }
}

#+ statement-person: the person is not described
DELETE { ?node ?p ?o } WHERE {
  { SELECT ?node { ?statement kzh:person ?node FILTER NOT EXISTS { ?any kzh:officeHolder|kzh:signatories|kzh:speaker ?node } }
    ORDER BY ?node LIMIT 1 }
  ?node ?p ?o
}

#+ visit-person-known: nobody visits
DELETE { ?node kzh:person ?old } WHERE {
  { SELECT * { ?node a kzh:Visit ; kzh:person ?old . ?other kzh:person ?old FILTER (?other != ?node) } ORDER BY ?node LIMIT 1 }
}

#+ agreement-parties: an agreement of one party
DELETE { ?node kzh:parties ?party } WHERE {
  { SELECT * { ?node a kzh:Agreement ; kzh:parties ?party . ?other ?p ?party FILTER (?other != ?node) } ORDER BY ?node ?party LIMIT 1 }
}

#+ statement-rule: it is not said which rule found it
DELETE { ?node kzh:rule ?old } WHERE { { SELECT * { ?node kzh:rule ?old } ORDER BY ?node LIMIT 1 } }

#+ statement-inference: it is not said why this person is meant
DELETE { ?node kzh:inference ?old } WHERE {
  { SELECT * { ?node kzh:officeHolder ?holder ; kzh:inference ?old } ORDER BY ?node LIMIT 1 }
}

#+ project-facility: a project of two facilities
INSERT { ?node kzh:facility ?other } WHERE {
  { SELECT * { ?node a kzh:Project ; kzh:facility ?own . ?other a kzh:Facility FILTER (?own != ?other) } ORDER BY ?node ?other LIMIT 1 }
}

#+ project-part: the project is not described
DELETE { ?node ?p ?o } WHERE {
  { SELECT ?node { ?node a kzh:Project } ORDER BY ?node LIMIT 1 } ?node ?p ?o
}

#+ thing-unused: a person of whom nothing is said
INSERT DATA { <person/nobody> a kzh:Person ; rdfs:label "Ешкім Жоқ"@kk }

#+ dataset-license: the licence is gone
DELETE { ?node dcterms:license ?old } WHERE { ?node a dcat:Dataset ; dcterms:license ?old }

#+ blank-node: a node without an IRI
DELETE { ?node ?p ?o } INSERT { ?blank ?p ?o } WHERE {
  { SELECT ?node (BNODE() AS ?blank) { ?node a kzh:Policy } ORDER BY ?node LIMIT 1 } ?node ?p ?o
}

#+ activity-described: a statement was made by what is not described
DELETE { ?node prov:wasGeneratedBy ?old } INSERT { ?node prov:wasGeneratedBy <activity/build-0.0.0> } WHERE {
  { SELECT * { ?node kzh:article ?article ; prov:wasGeneratedBy ?old } ORDER BY ?node LIMIT 1 }
}
