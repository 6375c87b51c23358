"""The people of the load test, for locust: readers who read articles, askers who ask and wait for the answer."""

from __future__ import annotations

import random
import re

from locust import FastHttpUser, between, task

QUESTIONS = (
    "What is the role of mexiletine in treating muscle cramps in patients with ALS?",
    "Is quinine safe for leg cramps?",
    "What dose of riluzole is used in ALS and what should be monitored?",
    "Do antibiotics help sore throat?",
    "Does dapagliflozin slow chronic kidney disease?",
    "Is ticagrelor better than clopidogrel after a heart attack?",
    "Do steroids help croup in children?",
    "Are statins useful over the age of 75?",
)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ARTICLE = re.compile(r'href="(/articles/[^/"]+/)"')
STYLE = re.compile(r'href="(/marks/[^"]+\.css)"')


class Reader(FastHttpUser):
    """Opens an article, with the style sheet that lights its sources, and reads for one to five seconds."""

    wait_time = between(1, 5)

    def on_start(self) -> None:
        """Find the articles, and be one of seven readers."""
        home = self.client.get("/", name="home").text
        self.articles = sorted(set(ARTICLE.findall(home)))
        token = TOKEN.search(home).group(1)
        readers = ("doctor", "doctor", "doctor", "nurse", "patient", "caregiver", "pharmacist")
        self.client.post("/reader/", {"reader": random.choice(readers), "csrfmiddlewaretoken": token}, name="reader")

    @task
    def read(self) -> None:
        """One article."""
        page = self.client.get(random.choice(self.articles), name="article")
        for style in STYLE.findall(page.text):
            self.client.get(style, name="style of an article")


class Asker(FastHttpUser):
    """Asks, waits for the whole answer, and thinks for five to fifteen seconds."""

    wait_time = between(5, 15)

    @task
    def ask(self) -> None:
        """One question, to the last character of its answer."""
        token = TOKEN.search(self.client.get("/", name="home").text)
        said = {"q": random.choice(QUESTIONS), "csrfmiddlewaretoken": token.group(1) if token else ""}
        with self.client.post("/ask/", said, name="ask", catch_response=True) as reply:
            if reply.status_code == 200 and "bottom_line" not in reply.text:
                reply.failure("no answer came")
